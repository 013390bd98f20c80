import { functionOf } from "../../restjson1/client/function-names.js";
import { responseBindings } from "../../facts/bindings.js";
import type { Facts } from "../../facts/facts.js";
import { access, literal } from "../../typescript/names.js";
import { type StructureShape, nameOf } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { docComment, docOf } from "../../typescript/documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { exactShapes } from "../../restjson1/client/exact-numbers.js";
import { JsonCode } from "../../restjson1/client/json.js";
import { planResponse } from "../../restjson1/client/response.js";
import { deprecationOf, propertyOf } from "./type-expression.js";

/** The service's exceptions: their base, a class for each error, and what builds it from a response. */
export const planErrors = (facts: Facts): PlannedFile[] => {
  const { names } = facts;
  const errors = facts.shapes.filter(
    (shape): shape is StructureShape => shape.type === "structure" && hasTrait(shape, "error"),
  );
  return [
    {
      path: `client/src/errors/${names.exception}.ts`,
      template: "client/exception",
      plan: { runtime: RUNTIME, name: names.exception, service: names.service },
    },
    ...errors.flatMap((error) => [planError(facts, error), planReadError(facts, error)]),
    {
      path: "client/src/errors/index.ts",
      template: "client/index",
      plan: {
        modules: [names.exception, ...errors.map((error) => names.type(error.id))].map(
          (name) => `./${name}.js`,
        ),
      },
    },
  ];
};

const planError = (facts: Facts, error: StructureShape): PlannedFile => {
  const { names } = facts;
  const type = names.type(error.id);
  const imports = new Imports();
  imports.type("ExceptionOptionType", RUNTIME);
  imports.value(names.exception, `./${names.exception}.js`);
  const retryable = trait<{ throttling?: boolean }>(error, "retryable");
  return {
    path: `client/src/errors/${type}.ts`,
    template: "client/error",
    plan: {
      type,
      exception: names.exception,
      name: literal(nameOf(error.id)),
      fault: literal(trait<string>(error, "error")),
      retryable: retryable && (retryable.throttling ? "{ throttling: true }" : "{}"),
      doc: docComment([docOf(error)], deprecationOf(error)),
      members: [...error.members.values()]
        // Every exception has a message.
        .filter((member) => member.name !== "message")
        .map((member) => ({
          ...propertyOf(facts, member, imports, () => "../models/index.js"),
          access: access(member.name),
        })),
      imports: imports.list(),
    },
  };
};

const planReadError = (facts: Facts, error: StructureShape): PlannedFile => {
  const type = facts.names.type(error.id);
  const imports = new Imports();
  imports.type("ErrorReader", RUNTIME);
  imports.value(type, `./${type}.js`);
  const json = new JsonCode(
    facts,
    imports,
    (name) => `../codecs/${name}.js`,
    exactShapes(facts).has(error.id),
  );
  // The runtime looks into the body after this, so it is left as it came.
  const response = planResponse(facts, responseBindings(error), json, imports, { fresh: true });
  return {
    path: `client/src/errors/read${type}.ts`,
    template: "client/read-error",
    plan: { type, reader: functionOf("read", type), response, imports: imports.list() },
  };
};
