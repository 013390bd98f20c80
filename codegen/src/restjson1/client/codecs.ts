import { functionOf } from "./function-names.js";
import { eventBindings, eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { reachableFrom, sensitiveShapes } from "../../facts/reach.js";
import { access, literal, literalKey } from "../../typescript/names.js";
import { type Member, type Model, type ShapeId, type StructureShape } from "../../model/model.js";
import type { PlannedFile } from "../../plan/file.js";
import { Imports } from "../../typescript/imports.js";
import { type Setter, memberCode, presentMemberCode, setterCode } from "../../plan/member-code.js";
import { RUNTIME } from "../../plan/packages.js";
import { standIn } from "./error-correction.js";
import { exactShapes } from "./exact-numbers.js";
import { JsonCode } from "./json.js";
import { redactions } from "../../plan/client/redaction.js";

/** Which shapes need a function for which direction. */
export interface CodecNeeds {
  readonly write: ReadonlySet<ShapeId>;
  readonly read: ReadonlySet<ShapeId>;
  readonly redact: ReadonlySet<ShapeId>;
}

/** A shape needs what the operations that reach it need; the rest is not written. */
export const codecNeeds = (facts: Facts): CodecNeeds => {
  const { model, operations } = facts;
  const inner = (members: readonly (Member | undefined)[]): ShapeId[] =>
    members.flatMap((member) => {
      if (!member) return [];
      const events = eventsOf(model, member);
      return events ? inner(jsonOfEvents(model, events)) : [member.target];
    });
  const isLogged = (member: Member) => eventsOf(model, member) === undefined;
  const write: ShapeId[] = [];
  const read: ShapeId[] = [];
  const logged: ShapeId[] = [];
  for (const operation of operations) {
    const request = requestBindings(model, operation);
    write.push(...inner([...request.body, request.payload]));
    for (const id of [operation.output, ...operation.errors, ...facts.service.errors]) {
      const response = responseBindings(structure(model, id));
      read.push(...inner([...response.body, response.payload]));
    }
    for (const id of [operation.input, operation.output]) {
      logged.push(...inner([...(structure(model, id)?.members.values() ?? [])].filter(isLogged)));
    }
  }
  const sensitive = sensitiveShapes(model, logged);
  return {
    write: reachableFrom(model, write),
    read: reachableFrom(model, read),
    redact: new Set([...reachableFrom(model, logged)].filter((id) => sensitive.has(id))),
  };
};

/** The members of events that travel as JSON; what errors hold is read with the errors. */
const jsonOfEvents = (model: Model, events: StructureShape): Member[] =>
  [...events.members.values()].flatMap(({ target }) => {
    const event = structure(model, target);
    if (!event) return [];
    const { payload, body } = eventBindings(event);
    return payload ? [payload] : [...body];
  });

/** One file for each structure and union that travels in JSON or is logged. */
export const planCodecs = (facts: Facts): PlannedFile[] => {
  const needs = codecNeeds(facts);
  return facts.shapes.flatMap((shape) => {
    if (shape.type !== "structure" && shape.type !== "union") return [];
    if (![needs.write, needs.read, needs.redact].some((ids) => ids.has(shape.id))) return [];
    return [planCodec(facts, shape, needs)];
  });
};

const planCodec = (facts: Facts, shape: StructureShape, needs: CodecNeeds): PlannedFile => {
  const imports = new Imports();
  const type = imports.type(facts.names.type(shape.id), "../models/index.js");
  const json = new JsonCode(
    facts,
    imports,
    (name) => (name === type ? "" : `./${name}.js`),
    exactShapes(facts).has(shape.id),
  );
  const members = [...shape.members.values()];
  const union = shape.type === "union";
  const writes = needs.write.has(shape.id);
  const reads = needs.read.has(shape.id);
  if (writes || reads) imports.type("JsonObject", RUNTIME);
  const plan = {
    type,
    functions: {
      read: functionOf("read", type),
      write: functionOf("write", type),
      redact: functionOf("redact", type),
    },
    union,
    write: writes && {
      parameter: members.length > 0 || union ? "value" : "_value",
      members: members.map((member) => ({
        key: literalKey(jsonName(member)),
        guard: memberCode("value", member.name, imports),
        value: union
          ? json.writePresent(member, presentMemberCode("value", member.name, imports))
          : json.write(
              member,
              memberCode("value", member.name, imports),
              presentMemberCode("value", member.name, imports),
            ),
      })),
      unknown: union && imports.value("writeUnknownMember", RUNTIME),
    },
    read: reads && (union ? planUnionReader(json, members) : planReader(json, members)),
    redact: needs.redact.has(shape.id) && {
      members: redactions(facts, members, needs.redact, imports, (name) =>
        name === type ? "" : `./${name}.js`,
      ),
    },
  };
  // A recursive shape's functions call themselves: nothing to import.
  return {
    path: `client/src/codecs/${type}.ts`,
    template: "client/codec",
    plan: { ...plan, imports: imports.list().filter((entry) => entry.from !== "") },
  };
};

/** How a JSON object becomes a structure: in place where names agree, so that nothing is copied. */
export interface ReaderPlan {
  /** Names of the JSON object's members that are kept, as literals. */
  readonly known: readonly string[];
  /** Whether a new object is made: where names differ, or where nothing of the JSON is kept. */
  readonly fresh: boolean;
  readonly parameter: string;
  readonly members: readonly {
    readonly set: Setter;
    /** The member's JSON. */
    readonly json: string;
    /** The converted value, where it differs from its JSON. */
    readonly value: string | undefined;
    /** What stands in for a required member that is missing. */
    readonly empty: string | undefined;
  }[];
  readonly keep: string;
}

/** The reader of a structure's body members. */
export const planReader = (
  json: JsonCode,
  members: readonly Member[],
  options?: { readonly fresh: boolean },
): ReaderPlan => {
  const fresh =
    options?.fresh === true ||
    members.length === 0 ||
    members.some((member) => jsonName(member) !== member.name);
  return {
    known: members.map((member) => literal(jsonName(member))),
    fresh,
    parameter: members.length === 0 ? "_json" : "json",
    keep: fresh ? "" : json.imports.value("keepMembers", RUNTIME),
    members: members.flatMap((member) => {
      const own = memberCode("json", jsonName(member), json.imports);
      const value = json.read(member, own);
      const empty = standIn(json.facts, member, json.imports);
      if (!fresh && value === undefined && empty === undefined) return [];
      const direct = own === `json${access(jsonName(member))}`;
      return [
        {
          set: setterCode(fresh ? "value" : "json", member.name),
          json: own,
          // A short form exists for what is neither converted nor inherited.
          value: value ?? (fresh || !direct ? own : undefined),
          empty,
        },
      ];
    }),
  };
};

const planUnionReader = (json: JsonCode, members: readonly Member[]) => ({
  unknown: json.imports.value("readUnknownMember", RUNTIME),
  members: members.map((member) => {
    const own = memberCode("json", jsonName(member), json.imports);
    return { json: own, key: literalKey(member.name), value: json.read(member, own) ?? own };
  }),
});
