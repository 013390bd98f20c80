import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ResolvedConfig } from "../config/resolved-config.js";
import { Sha256Web } from "../platform/browser/sha256.js";
import { Sha256Node } from "../platform/node/sha256.js";
import { CachingSigner } from "./caching-signer.js";

const token = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_"), minLength: 1, maxLength: 8 });

const requests = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PATCH", "DELETE"),
    path: fc
      .array(fc.webPath(), { minLength: 1, maxLength: 3 })
      .map((parts) => `/${parts.join("/")}`),
    query: fc.dictionary(token, fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))),
    headers: fc.dictionary(
      token.map((name) => `x-${name.toLowerCase()}`),
      fc.string(),
    ),
    body: fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
  })
  .map(
    (parts) =>
      new HttpRequest({
        ...parts,
        headers: { ...parts.headers, host: "admin.wickr.us-east-1.amazonaws.com" },
        protocol: "https:",
        hostname: "admin.wickr.us-east-1.amazonaws.com",
      }),
  );

const identities = fc.record(
  { accessKeyId: token, secretAccessKey: token, sessionToken: token },
  { requiredKeys: ["accessKeyId", "secretAccessKey"] },
);

it.each([
  ["node:crypto", Sha256Node],
  ["WebCrypto", Sha256Web],
])("signs exactly as SignatureV4 does, with %s", async (_, sha256) => {
  await fc.assert(
    fc.asyncProperty(
      requests,
      identities,
      token,
      fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      async (request, credentials, region, signingDate) => {
        const config = {
          region: async () => region,
          credentials: async () => credentials,
          sha256,
        } as unknown as ResolvedConfig;
        const signer = new CachingSigner(config, "wickr");
        const published = new SignatureV4({
          service: "wickr",
          region,
          credentials,
          sha256: Sha256Node,
        });
        const expected = await published.sign(request, { signingDate });
        expect((await signer.sign(request, { signingDate })).headers).toEqual(expected.headers);
        // Once more, with the key that was kept.
        expect((await signer.sign(request, { signingDate })).headers).toEqual(expected.headers);
      },
    ),
  );
});

it("takes a new key when the credentials change", async () => {
  let credentials = { accessKeyId: "a", secretAccessKey: "1" };
  const config = {
    region: async () => "us-east-1",
    credentials: async () => credentials,
    sha256: Sha256Node,
  } as unknown as ResolvedConfig;
  const signer = new CachingSigner(config, "wickr");
  const request = new HttpRequest({ headers: { host: "h" } });
  const options = { signingDate: new Date(0) };
  const first = await signer.sign(request, options);
  credentials = { accessKeyId: "a", secretAccessKey: "2" };
  const second = await signer.sign(request, options);
  expect(second.headers["authorization"]).not.toBe(first.headers["authorization"]);
});
