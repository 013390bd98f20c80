import { expect, test } from "vitest";
import { birds } from "../../test-fixtures/models.js";
import type { Problem } from "../model/problem.js";
import { runRule } from "./run-rule.js";
import { type Rule, scopeOf } from "./scope.js";

const problemsOf = (rule: Rule): Problem[] => {
  const problems: Problem[] = [];
  runRule(rule, scopeOf(birds(), undefined, problems));
  return problems;
};

test("A rule that fails is a problem at the shape it fails at, with its file.", () => {
  const moody: Rule = ({ shapes }) => {
    for (const { id } of shapes) if (id === "example.birds#Bird") throw new TypeError("no wings");
  };
  expect(problemsOf(moody)).toEqual([
    {
      file: "model.json",
      shape: "example.birds#Bird",
      severity: "error",
      message: 'cannot be checked by the rule "moody", which fails: no wings',
    },
  ]);
});

test("One that looks at operations of services is found out as well.", () => {
  const moody: Rule = ({ services }) => {
    for (const { operations } of services)
      for (const { id } of operations) if (id.endsWith("#GetBird")) throw new Error("asleep");
  };
  expect(problemsOf(moody).map(({ shape }) => shape)).toEqual(["example.birds#GetBird"]);
});

test("One that fails whatever it looks at is a problem of the service.", () => {
  const moody: Rule = ({ services }) => {
    if (services.some(({ closure }) => closure.length > 1)) throw new Error("too much");
  };
  expect(problemsOf(moody).map(({ shape }) => shape)).toEqual(["example.birds#Birds"]);
});
