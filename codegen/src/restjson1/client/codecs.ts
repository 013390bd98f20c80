import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import { codecFile, codecSymbol, typeSymbol } from "../../layout/client.js";
import type { Member, StructureShape } from "../../model/model.js";
import type { PlannedFile } from "../../layout/file.js";
import { redactions } from "../../layout/redactions.js";
import { ownMember, presentMember } from "../../typescript/own-members.js";
import { entry, name, object } from "../../typescript/tree.js";
import { type CodecNeeds, codecNeeds } from "./codec-needs.js";
import { exactShapes } from "./exact-numbers.js";
import { readJson, writeJson, writePresentJson } from "./json.js";
import { readerOf } from "./reader.js";

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
  const { id } = shape;
  const type = typeSymbol(facts, id);
  const functions = {
    read: codecSymbol(facts, "read", id).name,
    write: codecSymbol(facts, "write", id).name,
    redact: codecSymbol(facts, "redact", id).name,
  };
  const exact = exactShapes(facts).has(id);
  const union = shape.type === "union";
  const members = [...shape.members.values()];
  return {
    path: codecFile(facts, id),
    template: "client/codec",
    declares: [...Object.values(functions), "members"],
    plan: {
      type,
      typeName: type.name,
      functions,
      union,
      write: needs.write.has(id) && (union ? unionWriter(facts, shape) : writerOf(facts, members)),
      read:
        needs.read.has(id) &&
        (union ? unionReader(facts, shape, exact) : structureReader(facts, members, exact)),
      redact: needs.redact.has(id) && { members: redactions(facts, members, needs.redact) },
    },
  };
};

const VALUE = name("value");
const JSON_OBJECT = name("json");

const writerOf = (facts: Facts, members: readonly Member[]) => ({
  parameter: members.length > 0 ? "value" : "_value",
  json: object(
    members.map((member) =>
      entry(
        jsonName(member),
        writeJson(facts, member, ownMember(VALUE, member.name), presentMember(VALUE, member.name)),
      ),
    ),
    "broken",
  ),
});

const unionWriter = (facts: Facts, { members }: StructureShape) => ({
  parameter: "value",
  members: [...members.values()].map((member) => ({
    guard: ownMember(VALUE, member.name),
    json: object([
      entry(jsonName(member), writePresentJson(facts, member, presentMember(VALUE, member.name))),
    ]),
  })),
});

const structureReader = (facts: Facts, members: readonly Member[], exact: boolean) => {
  const reader = readerOf(facts, members, { exact });
  return {
    ...reader,
    parameter: reader.usesJson ? "json" : "_json",
  };
};

const unionReader = (facts: Facts, { members }: StructureShape, exact: boolean) => ({
  members: [...members.values()].map((member) => {
    const json = ownMember(JSON_OBJECT, jsonName(member));
    return {
      guard: json,
      value: object([entry(member.name, readJson(facts, member, json, exact) ?? json)]),
    };
  }),
});
