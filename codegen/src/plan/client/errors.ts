import { responseBindings } from "../../facts/bindings.js";
import type { Facts } from "../../facts/facts.js";
import {
  errorFile,
  errorReaderFile,
  errorReaderSymbol,
  exceptionSymbol,
  typeSymbol,
} from "../../layout/client.js";
import { errorProperty } from "../../layout/error-properties.js";
import type { PlannedFile } from "../../layout/file.js";
import { documentationOf, propertyOf } from "../../layout/types.js";
import { type StructureShape, nameOf } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { exactShapes } from "../../restjson1/client/exact-numbers.js";
import { readResponse } from "../../restjson1/client/response.js";

/** The service's exceptions: their base, a class for each error, and what builds it from a response. */
export const planErrors = (facts: Facts): PlannedFile[] => {
  const { names } = facts;
  const errors = facts.shapes.filter(
    (shape): shape is StructureShape => shape.type === "structure" && hasTrait(shape, "error"),
  );
  return [
    {
      path: errorFile(names.exception),
      template: "client/exception",
      declares: [names.exception],
      plan: { name: names.exception, service: names.service },
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
  const type = facts.names.type(error.id);
  const retryable = trait<{ throttling?: boolean }>(error, "retryable");
  return {
    path: errorFile(type),
    template: "client/error",
    declares: [type],
    plan: {
      className: type,
      exception: exceptionSymbol(facts),
      name: nameOf(error.id),
      fault: trait<string>(error, "error"),
      isRetryable: retryable !== undefined,
      isThrottling: retryable?.throttling === true,
      documentation: documentationOf(error),
      members: [...error.members.values()]
        // Every exception has a message.
        .filter((member) => member.name !== "message")
        .map((member) => ({ ...propertyOf(facts, member), name: errorProperty(error, member) })),
    },
  };
};

const planReadError = (facts: Facts, error: StructureShape): PlannedFile => {
  const reader = errorReaderSymbol(facts, error.id);
  return {
    path: errorReaderFile(facts, error.id),
    template: "client/read-error",
    declares: [reader.name],
    plan: {
      type: typeSymbol(facts, error.id),
      typeName: facts.names.type(error.id),
      reader: reader.name,
      response: readResponse(facts, responseBindings(error), {
        exact: exactShapes(facts).has(error.id),
        // The runtime looks into the body after this, so it is left as it came.
        fresh: true,
        propertyOf: (member) => errorProperty(error, member),
      }),
    },
  };
};
