import { describe, expect, test } from "vitest";
import { closureOf } from "../facts/closure.js";
import { nameOf, shapeOf, type ServiceShape } from "../model/model.js";
import { loadAsts } from "./load.js";
import { omitOperations } from "./omit-operations.js";

const operation = (uri: string) => ({
  type: "operation",
  traits: { "smithy.api#http": { method: "GET", uri } },
});
const { model } = loadAsts([
  {
    file: "test.json",
    ast: {
      smithy: "2.0",
      shapes: {
        "t#Service": {
          type: "service",
          version: "1",
          operations: [{ target: "t#Own" }],
          resources: [{ target: "t#Thing" }],
        },
        "t#Thing": {
          type: "resource",
          list: { target: "t#ListThings" },
          operations: [{ target: "t#Shake" }],
          collectionOperations: [{ target: "t#Count" }],
        },
        "t#Own": operation("/own"),
        "t#ListThings": operation("/things"),
        "t#Shake": operation("/shake"),
        "t#Count": operation("/count"),
      },
    },
  },
]);

const left = (...ids: string[]) => {
  const omitted = omitOperations(model, ids);
  const service = shapeOf(omitted.model, "t#Service") as ServiceShape;
  return closureOf(omitted.model, service).operations.map(({ id }) => nameOf(id));
};

describe("an operation is left out", () => {
  test.each(["Own", "ListThings", "Shake", "Count"])("%s", (name) => {
    expect(left(`t#${name}`)).toEqual(
      ["Count", "ListThings", "Own", "Shake"].filter((each) => each !== name),
    );
  });
});

test("only operations can be left out", () => {
  expect(omitOperations(model, ["t#Thing", "t#None"]).problems.map((each) => each.message)).toEqual(
    [
      "found the resource t#Thing to leave out, expected an operation",
      "found no shape t#None to leave out, expected an operation",
    ],
  );
});
