import { describe, expect, it } from "vitest";
import {
  type Answer,
  answering,
  FeedCommand,
  GoneError,
  TooManyError,
  ZooServiceException,
  zooClient,
} from "../../testing/service.js";
import { ServiceException } from "../../errors.js";

const errorOf = async (answer: Answer): Promise<ServiceException> => {
  const client = zooClient({ requestHandler: answering({ statusCode: 400, ...answer }) });
  return client.send(new FeedCommand({ animal: "cat" })).then(
    () => expect.unreachable(),
    (error) => error,
  );
};

it.each<[string, Answer]>([
  ["the header", { headers: { "x-amzn-errortype": "TooManyError" }, body: "{}" }],
  ["the header in other letters", { headers: { "X-Amzn-ErrorType": "TooManyError" }, body: "{}" }],
  ["the header, cut", { headers: { "x-amzn-errortype": "a.b#TooManyError:http://x/" } }],
  ["the body's code", { body: '{"code":"TooManyError"}' }],
  ["the body's code in other letters", { body: '{"Code":"TooManyError"}' }],
  ["the body's type", { body: '{"__type":"com.example#TooManyError"}' }],
  ["the type, where the code names nothing", { body: '{"code":null,"__type":"TooManyError"}' }],
  ["text in front of a list", { body: '{"code":"TooManyError,Other"}' }],
  [
    "the header rather than the body",
    { headers: { "x-amzn-errortype": "TooManyError" }, body: '{"code":"Other"}' },
  ],
])("takes the name from %s", async (_where, answer) => {
  const error = await errorOf(answer);
  expect(error).toBeInstanceOf(TooManyError);
  expect(error).toBeInstanceOf(ServiceException);
  expect(error.name).toBe("TooManyError");
});

it.each([
  ['{"message":"m"}', "m"],
  ['{"Message":"m"}', "m"],
  ["{}", "UnknownError"],
  ["", "UnknownError"],
  ['{"message":"","Message":"m"}', "m"],
  ['{"message":{"toString":null},"Message":"m"}', "m"],
  ['{"message":["m"]}', "UnknownError"],
])("takes the message from %j", async (body, message) => {
  const error = await errorOf({ headers: { "x-amzn-errortype": "New" }, body });
  expect(error.message).toBe(message);
});

it("bears a message that is no text, of an error that the model has", async () => {
  const error = await errorOf({ body: '{"code":"TooManyError","message":{"toString":null}}' });
  expect(error).toBeInstanceOf(TooManyError);
  expect(error.message).toBe("UnknownError");
  expect(String(error)).toContain("TooManyError");
});

it("has what else the body has, but nothing in place of what an error is", async () => {
  const body = '{"code":"TooManyError","hint":"slow","stack":"s","name":"n","__proto__":{"a":1}}';
  const error = await errorOf({ body });
  expect(error).toMatchObject({ name: "TooManyError", hint: "slow" });
  expect(error.stack).not.toBe("s");
  expect(error).not.toHaveProperty("a");
});

it.each([
  [404, "client"],
  [301, "client"],
  [500, "server"],
] as const)(
  "makes an unknown error of status %d the fault of the %s",
  async (statusCode, fault) => {
    const error = await errorOf({ statusCode, body: '{"code":"New","message":"m"}' });
    expect(error).toBeInstanceOf(ZooServiceException);
    expect(error).toMatchObject({ name: "New", $fault: fault, message: "m" });
  },
);

it.each(["constructor", "__proto__", "toString"])("knows no error named %s", async (code) => {
  const error = await errorOf({ body: JSON.stringify({ code }) });
  expect(error).toBeInstanceOf(ZooServiceException);
  expect(error).not.toBeInstanceOf(TooManyError);
});

it.each(["<html>Bad gateway</html>", "[", '"text"', "null"])(
  "makes an exception of what is no JSON object: %s",
  async (body) => {
    const error = await errorOf({ statusCode: 502, body });
    expect(error).toMatchObject({
      name: "Unknown",
      $fault: "server",
      message: "The response has status 502 and is not JSON.",
      $metadata: { httpStatusCode: 502 },
      $responseBodyText: body,
    });
  },
);

it.each(['{"code":{"a":1}}', '{"__type":null}', '{"code":true}'])(
  "bears a code that is no text: %s",
  async (body) => {
    expect(await errorOf({ statusCode: 500, body })).toMatchObject({
      name: "Unknown",
      $metadata: { httpStatusCode: 500 },
    });
  },
);

it("tells status, request ids and attempts", async () => {
  const error = await errorOf({
    headers: { "x-amzn-requestid": "r", "x-amz-id-2": "e", "x-amz-cf-id": "c" },
    body: '{"code":"TooManyError"}',
  });
  expect(error.$metadata).toEqual({
    httpStatusCode: 400,
    requestId: "r",
    extendedRequestId: "e",
    cfId: "c",
    attempts: 1,
    totalRetryDelay: 0,
  });
});

it("keeps the response, hidden", async () => {
  const error = await errorOf({ body: '{"code":"TooManyError"}' });
  expect(error.$response).toMatchObject({ statusCode: 400 });
  expect(Object.keys(error)).not.toContain("$response");
  expect(JSON.stringify(error)).not.toContain("statusCode");
});

describe("an error without a name", () => {
  it.each(["{}", '{"message":"m"}', '{"Message":"m"}', "", "<html>", "[1]", '"text"', "null"])(
    "is told by its status: %s",
    async (body) => {
      const error = await errorOf({ statusCode: 404, body });
      expect(error).toBeInstanceOf(GoneError);
      expect(error).toMatchObject({
        name: "GoneError",
        $fault: "client",
        $metadata: { httpStatusCode: 404 },
      });
    },
  );

  it.each([
    ['{"message":"Bot not found"}', "Bot not found"],
    ['{"Message":"Bot not found"}', "Bot not found"],
    ["<html>secret</html>", "The response has status 404 and is not JSON."],
    ["[1]", "The response has status 404 and is not JSON."],
  ])("has the message of %s", async (body, message) => {
    expect((await errorOf({ statusCode: 404, body })).message).toBe(message);
  });

  it("is of no kind where the operation has none of that status, or several", async () => {
    const error = await errorOf({ statusCode: 409, body: '{"message":"m"}' });
    expect(error).toBeInstanceOf(ZooServiceException);
    expect(error).toMatchObject({ name: "Unknown", $fault: "client", message: "m" });
  });

  it.each<[string, Answer]>([
    ["the header", { headers: { "x-amzn-errortype": "New" }, body: "{}" }],
    ["the body", { body: '{"__type":"New"}' }],
  ])("is not one that has a name in %s, known or not", async (_where, answer) => {
    const error = await errorOf({ statusCode: 404, ...answer });
    expect(error).not.toBeInstanceOf(GoneError);
    expect(error.name).toBe("New");
  });

  it.each<[string, Answer]>([
    ["an empty header", { headers: { "x-amzn-errortype": "" }, body: "{}" }],
    ["a code that is null", { body: '{"code":null}' }],
    ["a type that is no text", { body: '{"__type":{}}' }],
  ])("is also one with %s", async (_what, answer) => {
    expect(await errorOf({ statusCode: 404, ...answer })).toBeInstanceOf(GoneError);
  });

  it("is an exception of the service also where its body is not as the model says", async () => {
    const body = '{"message":"m","reasons":1}';
    const error = await errorOf({ statusCode: 422, body });
    expect(error).toBeInstanceOf(ZooServiceException);
    expect(error).toMatchObject({ message: "m", $metadata: { httpStatusCode: 422 } });
  });
});
