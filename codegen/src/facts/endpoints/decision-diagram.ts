import type { Condition, Parameter, Rule, RuleSet } from "./rule-set.js";

/**
 * The value of `smithy.rules#endpointBdd`: endpoint rules as a binary decision diagram. Each node is
 * a condition and where to go if it holds or not; a reference is the number of a node from 1 on,
 * negative where its two ways are swapped, or a result's number above 100,000,000.
 */
export interface DecisionDiagram {
  readonly version?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly conditions: readonly Condition[];
  /** Counted from 1: result 0 is that there is no endpoint. */
  readonly results: readonly Rule[];
  readonly root: number;
  readonly nodeCount: number;
  /** Three big-endian integers a node, in Base64: condition, where to go if it holds, and if not. */
  readonly nodes: string;
}

/** Why a diagram cannot be read. */
export class DiagramError extends Error {
  override readonly name = "DiagramError";
}

const RESULTS = 100_000_000;
/** Both ends of a diagram without results. */
const isEnd = (reference: number): boolean => reference === 1 || reference === -1;
/** Nodes that several ways lead to are written once a way; published diagrams come to some fifty. */
const MOST_RULES = 10_000;

/** The diagram as a tree of rules. Throws {@link DiagramError} where it is none. */
export const rulesOfDiagram = (diagram: DecisionDiagram): RuleSet => {
  const { version, parameters, conditions, results, root } = diagram;
  const nodes = nodesOf(diagram);
  let written = 0;
  const onTheWay = new Set<number>();

  const rulesAt = (reference: number): Rule[] => {
    if (++written > MOST_RULES) throw new DiagramError(`more than ${MOST_RULES} rules`);
    if (isEnd(reference) || reference === RESULTS) return [];
    if (reference > RESULTS) {
      const result = results[reference - RESULTS - 1];
      if (result === undefined) throw new DiagramError(`no result ${reference - RESULTS}`);
      return [result];
    }
    const number = Math.abs(reference);
    const node = nodes[number - 1];
    if (node === undefined) throw new DiagramError(`no node ${number}`);
    if (onTheWay.has(number)) throw new DiagramError(`a way from node ${number} back to it`);
    const [index, ifTrue, ifFalse] = node;
    const condition = conditions[index];
    if (condition === undefined) throw new DiagramError(`no condition ${index}`);
    onTheWay.add(number);
    const [high, low] = reference > 0 ? [ifTrue, ifFalse] : [ifFalse, ifTrue];
    const rules = [
      { type: "tree", conditions: [condition], rules: rulesAt(high) },
      ...rulesAt(low),
    ];
    onTheWay.delete(number);
    return rules;
  };
  return { ...(version !== undefined && { version }), parameters, rules: rulesAt(root) };
};

type Node = readonly [condition: number, ifTrue: number, ifFalse: number];

const nodesOf = ({ nodes, nodeCount }: DecisionDiagram): Node[] => {
  const bytes = Buffer.from(nodes, "base64");
  if (bytes.length !== nodeCount * 12)
    throw new DiagramError(`${bytes.length} bytes of nodes, expected 12 for each of ${nodeCount}`);

  return Array.from({ length: nodeCount }, (_, index) => [
    bytes.readInt32BE(index * 12),
    bytes.readInt32BE(index * 12 + 4),
    bytes.readInt32BE(index * 12 + 8),
  ]);
};
