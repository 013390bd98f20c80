import { RUNTIME_FUNCTIONS } from "@wickr-admin/codegen";
import * as runtime from "@wickr-admin/runtime";
import { expect, test } from "vitest";

test("the generator knows which names of the runtime the functions of a shape could take", () => {
  const own = Object.keys(runtime).filter((name) => /^(read|write|redact)[A-Z]/.test(name));
  expect([...RUNTIME_FUNCTIONS].sort()).toEqual(own.sort());
});
