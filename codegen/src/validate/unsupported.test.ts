import { expect, test } from "vitest";
import { birds, lines, type MutableJson } from "../../test-fixtures/models.js";
import { chooseService } from "./choose-service.js";
import { unsupported } from "./unsupported.js";

const SERVICE = "example.birds#Birds";

const check = (change?: (shapes: MutableJson) => void): string[] =>
  lines(unsupported(birds(change), SERVICE)).map((line) => line.replaceAll("example.birds#", ""));

const traits = (id: string, values: object) => (shapes: MutableJson) =>
  void Object.assign(((shapes[id] ??= {})["traits"] ??= {}), values);

const toRestXml = (shapes: MutableJson): void => {
  const service = shapes["Birds"]?.["traits"] ?? {};
  delete service["aws.protocols#restJson1"];
  service["aws.protocols#restXml"] = {};
};

const addSong = (shapes: MutableJson): void => {
  Object.assign(shapes["Bird"]?.["members"] ?? {}, { song: { target: "example.birds#Song" } });
};

test("What is supported is not refused.", () => {
  expect(check()).toEqual([]);
});

test("Protocols other than restJson1 are refused by name.", () => {
  expect(check(toRestXml)).toEqual([
    "error Birds: found the protocols aws.protocols#restXml; only aws.protocols#restJson1 is supported",
  ]);
});

test("A second protocol does no harm.", () => {
  expect(check(traits("Birds", { "smithy.protocols#rpcv2Cbor": {} }))).toEqual([]);
});

test("HTTP/2 alone is refused.", () => {
  expect(check(traits("Birds", { "aws.protocols#restJson1": { http: ["h2"] } }))).toEqual([
    "error Birds: found h2 as the only HTTP versions; only http/1.1 is supported",
  ]);
  const both = { "aws.protocols#restJson1": { http: ["h2", "http/1.1"] } };
  expect(check(traits("Birds", both))).toEqual([]);
});

test("An auth scheme is refused where there is no other.", () => {
  expect(check(traits("Birds", { "smithy.api#httpDigestAuth": {} }))).toEqual([
    "warning Birds: found the auth schemes aws.auth#sigv4, smithy.api#httpDigestAuth; smithy.api#httpDigestAuth is not supported",
  ]);
  expect(check(traits("GetBird", { "smithy.api#auth": ["smithy.api#httpDigestAuth"] }))).toEqual([
    "error GetBird: found the auth schemes smithy.api#httpDigestAuth; smithy.api#httpDigestAuth is not supported",
  ]);
  expect(
    check(
      traits("GetBird", {
        "smithy.api#auth": ["smithy.api#httpDigestAuth"],
        "smithy.api#optionalAuth": {},
      }),
    ),
  ).toEqual([]);
});

test("Streams have to be a payload.", () => {
  expect(check(addSong)).toEqual([
    "error Bird$song: found a stream that is no smithy.api#httpPayload, which is not supported",
  ]);
});

test("The checksum of a stream is left to the caller, and that is said.", () => {
  const streamIn = (shapes: MutableJson): void => {
    Object.assign(shapes["CreateBirdInput"]?.["members"] ?? {}, {
      song: { target: "example.birds#Song", traits: { "smithy.api#httpPayload": {} } },
    });
  };
  const warnings = (trait: object) =>
    lines(
      unsupported(
        birds((shapes) => {
          streamIn(shapes);
          traits("CreateBird", trait)(shapes);
        }),
        SERVICE,
      ),
    );
  const said =
    "warning example.birds#CreateBird: found a checksum of a streaming blob; none is sent unless the caller gives it";
  expect(warnings({ "smithy.api#httpChecksumRequired": {} })).toEqual([said]);
  const flexible = (value: object) => ({ "aws.protocols#httpChecksum": value });
  expect(warnings(flexible({ requestChecksumRequired: true }))).toEqual([said]);
  expect(warnings(flexible({ responseAlgorithms: ["CRC32"] }))).toEqual([]);
});

test("S3 is refused.", () => {
  expect(check(traits("Birds", { "aws.api#service": { sdkId: "S3" } }))).toEqual([
    'error Birds: found sdkId "S3"; the customizations of S3 are not supported',
  ]);
});

test("The only service is chosen; among several it has to be said which.", () => {
  expect(chooseService(birds()).service?.id).toBe(SERVICE);
  const two = birds((shapes) => {
    Object.assign(shapes, { Cats: { type: "service", version: "1" } });
  });
  expect(lines(chooseService(two).problems)).toEqual([
    "error : found the services example.birds#Birds, example.birds#Cats, expected --service to choose one",
  ]);
  expect(chooseService(two, "example.birds#Cats").service?.id).toBe("example.birds#Cats");
  expect(lines(chooseService(two, "a#B").problems)).toEqual([
    "error a#B: found no service a#B; the model has the services example.birds#Birds, example.birds#Cats",
  ]);
  const none = birds((shapes) => {
    delete shapes["Birds"];
  });
  expect(lines(chooseService(none).problems)).toEqual([
    "error : found no service in the model, expected one",
  ]);
});
