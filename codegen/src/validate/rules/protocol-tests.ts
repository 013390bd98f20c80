import { describeJson, isObject, property, type JsonObject } from "../../model/json.js";
import type { Json, OperationShape, ShapeId, StructureShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { Rule, Scope } from "../scope.js";
import { misfitsOf, placeOf } from "../../facts/values.js";

const REQUEST = "smithy.test#httpRequestTests";
const RESPONSE = "smithy.test#httpResponseTests";
const MALFORMED = "smithy.test#httpMalformedRequestTests";

/** Protocol tests have ids of their own, and parameters that fit what they are for. */
export const protocolTests: Rule = (scope) => {
  for (const kind of [REQUEST, RESPONSE, MALFORMED]) {
    const owners = new Map<string, ShapeId>();
    for (const shape of scope.shapes) {
      if (shape.type !== "operation" && shape.type !== "structure") continue;
      const tests = trait(shape, kind);
      if (!Array.isArray(tests)) continue;
      for (const test of tests as Json[]) {
        if (!isObject(test)) continue;
        checkId(scope, shape.id, kind, test, owners);
        if (kind === MALFORMED) checkMalformed(scope, shape.id, test);
        else checkMessage(scope, shape, kind, test);
      }
    }
  }
};

const checkId = (
  { error }: Scope,
  on: ShapeId,
  kind: ShapeId,
  test: JsonObject,
  owners: Map<string, ShapeId>,
): void => {
  const id = property(test, "id");
  if (typeof id !== "string") return;
  if (!/^[A-Za-z_]\w+$/.test(id))
    error(on, `found test id ${JSON.stringify(id)}, expected letters, digits and _`, kind);

  const owner = owners.get(id);
  if (owner === undefined) owners.set(id, on);
  else error(on, `found test id ${JSON.stringify(id)}, which a test of ${owner} has already`, kind);
};

const checkMessage = (
  scope: Scope,
  shape: OperationShape | StructureShape,
  kind: ShapeId,
  test: JsonObject,
): void => {
  const at = `in test ${JSON.stringify(property(test, "id") ?? "")}`;
  const report = (message: string): void => scope.error(shape.id, `${message} ${at}`, kind);
  const method = property(test, "method");
  if (typeof method === "string" && !/^[A-Z-]+$/.test(method))
    report(`found method ${JSON.stringify(method)}, expected one such as "GET"`);

  const uri = property(test, "uri");
  if (kind === REQUEST && typeof uri === "string" && !uri.startsWith("/"))
    report(`found uri ${JSON.stringify(uri)}, expected a path that begins with "/"`);

  checkCode(report, property(test, "code"));
  checkProtocol(scope, shape.id, kind, test, at);

  let target = shape.id;
  if (shape.type === "operation") target = kind === REQUEST ? shape.input : shape.output;
  for (const misfit of misfitsOf(scope.model, target, property(test, "params") ?? {})) {
    // Tests look at what happens with values that no service would take, too.
    if (misfit.kind === "constraint" || misfit.kind === "missing") continue;
    report(`${misfit.message}, at ${placeOf("params", misfit)}`);
  }
};

const checkMalformed = (scope: Scope, on: ShapeId, test: JsonObject): void => {
  const at = `in test ${JSON.stringify(property(test, "id") ?? "")}`;
  const report = (message: string): void => scope.error(on, `${message} ${at}`, MALFORMED);
  const response = property(test, "response");
  if (isObject(response)) checkCode(report, property(response, "code"));
  checkProtocol(scope, on, MALFORMED, test, at);
  const parameters = property(test, "testParameters");
  if (!isObject(parameters)) return;
  const lengths = Object.values(parameters).map((values) =>
    Array.isArray(values) ? values.length : 0,
  );
  if (new Set(lengths).size > 1) {
    report(
      `found testParameters of the lengths ${lengths.join(", ")}, expected lists of one length`,
    );
  }
};

const checkCode = (report: (message: string) => void, code: Json | undefined): void => {
  if (typeof code === "number" && !(code >= 100 && code <= 599))
    report(`found code ${describeJson(code)}, expected 100 to 599`);
};

/** A test for a protocol that no service of the model speaks never runs. */
const checkProtocol = (
  { services, warning }: Scope,
  on: ShapeId,
  kind: ShapeId,
  test: JsonObject,
  at: string,
): void => {
  const protocol = property(test, "protocol");
  if (typeof protocol !== "string") return;
  if (services.some(({ service }) => hasTrait(service, protocol))) return;
  warning(on, `found protocol ${JSON.stringify(protocol)}, which no service speaks, ${at}`, kind);
};
