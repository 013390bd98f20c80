import { functionOf } from "./function-names.js";
import { responseBindings } from "../../knowledge/bindings.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { access, literal } from "../../knowledge/typescript-names.js";
import { type StructureShape, nameOf } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { docComment, docOf } from "../documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../imports.js";
import { RUNTIME } from "../packages.js";
import { exactShapes } from "./exact-numbers.js";
import { JsonCode } from "./json.js";
import { planResponse } from "./response.js";
import { deprecationOf, propertyOf } from "./type-expression.js";

/** The service's exceptions: their base, a class for each error, and what builds it from a response. */
export const planErrors = (knowledge: Knowledge): PlannedFile[] => {
  const { names } = knowledge;
  const errors = knowledge.shapes.filter(
    (shape): shape is StructureShape => shape.type === "structure" && hasTrait(shape, "error"),
  );
  return [
    {
      path: `client/src/errors/${names.exception}.ts`,
      template: "client/exception",
      plan: { runtime: RUNTIME, name: names.exception, service: names.service },
    },
    ...errors.flatMap((error) => [planError(knowledge, error), planReadError(knowledge, error)]),
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

const planError = (knowledge: Knowledge, error: StructureShape): PlannedFile => {
  const { names } = knowledge;
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
          ...propertyOf(knowledge, member, imports, () => "../models/index.js"),
          access: access(member.name),
        })),
      imports: imports.list(),
    },
  };
};

const planReadError = (knowledge: Knowledge, error: StructureShape): PlannedFile => {
  const type = knowledge.names.type(error.id);
  const imports = new Imports();
  imports.type("ErrorReader", RUNTIME);
  imports.value(type, `./${type}.js`);
  const json = new JsonCode(
    knowledge,
    imports,
    (name) => `../codecs/${name}.js`,
    exactShapes(knowledge).has(error.id),
  );
  // The runtime looks into the body after this, so it is left as it came.
  const response = planResponse(knowledge, responseBindings(error), json, imports, { fresh: true });
  return {
    path: `client/src/errors/read${type}.ts`,
    template: "client/read-error",
    plan: { type, reader: functionOf("read", type), response, imports: imports.list() },
  };
};
