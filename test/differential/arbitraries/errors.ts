import { nameOf, structureOf, trait, type Model, type ShapeId } from "@wickr-admin/codegen";
import fc, { type Arbitrary } from "fast-check";
import type { CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { structure } from "./responses.js";
import { anyText } from "./texts.js";

/** The name of an error as services write it: alone, after a namespace, before a URI. */
const writtenName = (name: string): Arbitrary<string> =>
  fc.constantFrom(
    name,
    `com.amazonaws.wickr#${name}`,
    `${name}:http://internal.amazon.com/coral/com.amazonaws.wickr/`,
    `com.amazonaws.wickr#${name}:http://internal.amazon.com/coral/com.amazonaws.wickr/`,
  );

/** A response with the error's name in one of its places, and a body. */
const errorResponse = (
  name: string,
  statusCode: number,
  members: Arbitrary<object>,
): Arbitrary<CannedResponse> =>
  fc
    .tuple(writtenName(name), fc.constantFrom("header", "code", "__type"), members)
    .map(([written, place, body]) => ({
      statusCode,
      headers: {
        "content-type": "application/json",
        "x-amzn-requestid": "request-1",
        ...(place === "header" && { "x-amzn-errortype": written }),
      },
      body: JSON.stringify(place === "header" ? body : { ...body, [place]: written }),
    }));

/** Responses that stand for a modeled error. */
export const modeledError = (model: Model, id: ShapeId): Arbitrary<CannedResponse> => {
  const status = trait<number>(structureOf(model, id), "httpError")!;
  const members = structure(model, id).map(withoutName);
  return errorResponse(nameOf(id), status, members);
};

/** A member `code`, in whatever case, names an error, too; where the name stands is chosen above. */
const withoutName = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([name]) => name.toLowerCase() !== "code"));

/** Responses that stand for errors the model does not know. */
export const unknownError: Arbitrary<CannedResponse> = fc
  .tuple(
    fc.constantFrom("TeapotError", "ServiceUnavailable", "toString"),
    fc.constantFrom(302, 400, 403, 418, 500, 503),
  )
  .chain(([name, status]) =>
    errorResponse(
      name,
      status,
      fc.record({ message: anyText, detail: anyText }, { requiredKeys: [] }),
    ),
  );
