import { hasMemberTrait, structureOf, type Model, type ShapeId } from "@wickr-admin/codegen";

/**
 * An output whose stream was read to its end. A stream is always there: where a test expects none,
 * an empty one is what it means.
 */
export const readStreams = async (
  model: Model,
  structure: ShapeId,
  output: Readonly<Record<string, unknown>>,
  expected: object,
): Promise<Record<string, unknown>> => {
  const result = { ...output };
  if (structure === "smithy.api#Unit") return result;
  for (const member of structureOf(model, structure).members.values()) {
    const stream = result[member.name];
    if (stream === undefined || !hasMemberTrait(model, member, "streaming")) continue;
    const bytes =
      stream instanceof Uint8Array
        ? stream
        : await (stream as { transformToByteArray(): Promise<Uint8Array> }).transformToByteArray();
    if (bytes.length > 0 || Object.hasOwn(expected, member.name)) result[member.name] = bytes;
    else delete result[member.name];
  }
  return result;
};
