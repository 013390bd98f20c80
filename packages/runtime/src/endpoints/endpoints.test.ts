import { describe, expect, test } from "vitest";
import {
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseArn,
  parseUrl,
  partition,
  splitText,
  substring,
  uriEncode,
} from "./index.js";

describe("partition", () => {
  test.each([
    ["us-east-1", "aws", "amazonaws.com", "api.aws"],
    ["eu-central-1", "aws", "amazonaws.com", "api.aws"],
    ["aws-global", "aws", "amazonaws.com", "api.aws"],
    ["mars-north-1", "aws", "amazonaws.com", "api.aws"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"],
    ["aws-cn-global", "aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com", "api.aws"],
    ["us-iso-east-1", "aws-iso", "c2s.ic.gov", "api.aws.ic.gov"],
    ["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud"],
    ["eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
    ["us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu"],
  ])("%s is in %s", (region, name, dnsSuffix, dualStackDnsSuffix) => {
    expect(partition(region)).toMatchObject({ name, dnsSuffix, dualStackDnsSuffix });
  });

  test.each(["us-iso-east-1", "us-isob-east-1"])("%s has no dual-stack endpoints", (region) => {
    expect(partition(region)).toMatchObject({ supportsDualStack: false, supportsFIPS: true });
  });
});

describe("parseUrl", () => {
  const parts = (
    scheme: string,
    authority: string,
    path: string,
    normalizedPath: string,
    isIp: boolean,
  ) => ({
    scheme,
    authority,
    path,
    normalizedPath,
    isIp,
  });

  test.each([
    ["https://example.com", parts("https", "example.com", "/", "/", false)],
    [
      "http://example.com:80/foo/bar",
      parts("http", "example.com:80", "/foo/bar", "/foo/bar/", false),
    ],
    ["https://example.com:443", parts("https", "example.com:443", "/", "/", false)],
    ["https://example.com:8443/a/", parts("https", "example.com:8443", "/a/", "/a/", false)],
    ["https://127.0.0.1", parts("https", "127.0.0.1", "/", "/", true)],
    ["https://[fe80::1]", parts("https", "[fe80::1]", "/", "/", true)],
    ["https://[fe80::1]:443", parts("https", "[fe80::1]:443", "/", "/", true)],
  ])("%s is taken apart", (text, expected) => {
    expect(parseUrl(text)).toEqual(expected);
  });

  test.each(["https://example.com?a=b", "example.com", "ftp://example.com", ""])(
    "%s is not taken",
    (text) => {
      expect(parseUrl(text)).toBeUndefined();
    },
  );
});

describe("parseArn", () => {
  test("takes an ARN apart", () => {
    expect(parseArn("arn:aws:ec2:us-east-1:012345678910:vpc/vpc-1:a")).toEqual({
      partition: "aws",
      service: "ec2",
      region: "us-east-1",
      accountId: "012345678910",
      resourceId: ["vpc", "vpc-1", "a"],
    });
  });

  test("leaves region and account empty where there are none", () => {
    expect(parseArn("arn:aws:s3:::bucket_name")).toMatchObject({ region: "", accountId: "" });
  });

  test.each(["", "arn:aws:s3::", "arn::s3:::x", "arn:aws::::x", "urn:aws:s3:::x", "arn:aws:s3:::"])(
    "%s is none",
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe("host labels", () => {
  test.each([
    ["abc", false, true],
    ["a-1", false, true],
    ["-a", false, false],
    ["a-", false, false],
    ["a.b", false, false],
    ["a.b", true, true],
    ["a..b", true, false],
    ["", false, false],
    ["a_b", false, false],
    ["a".repeat(63), false, true],
    ["a".repeat(64), false, false],
  ])("%s, subdomains %s: %s", (text, allowSubDomains, expected) => {
    expect(isValidHostLabel(text, allowSubDomains)).toBe(expected);
  });

  test.each([
    ["bucket", false, true],
    ["bu", false, false],
    ["Bucket", false, false],
    ["bucket.name", false, false],
    ["bucket.name", true, true],
    ["bucket.n", true, false],
  ])("bucket %s, subdomains %s: %s", (text, allowSubDomains, expected) => {
    expect(isVirtualHostableS3Bucket(text, allowSubDomains)).toBe(expected);
  });
});

describe("text", () => {
  test.each([
    ["abcdef", 0, 4, false, "abcd"],
    ["abcdef", 0, 4, true, "cdef"],
    ["abcdef", 1, 3, true, "de"],
    ["abc", 0, 4, false, undefined],
    ["abc", 2, 2, false, undefined],
    ["abc\u00fc", 0, 2, false, undefined],
  ])(
    "substring of %s from %i to %i, from its end %s, is %s",
    (text, start, end, fromEnd, expected) => {
      expect(substring(text, start, end, fromEnd)).toBe(expected);
    },
  );

  test("uriEncode leaves unreserved characters alone", () => {
    expect(uriEncode("aZ09-_.~ /!*'()%ü")).toBe("aZ09-_.~%20%2F%21%2A%27%28%29%25%C3%BC");
  });

  test.each([
    ["a--b--c", 0, ["a", "b", "c"]],
    ["a--b--c", 1, ["a--b--c"]],
    ["a--b--c", 2, ["a", "b--c"]],
    ["a--b--c", 9, ["a", "b", "c"]],
    ["", 0, [""]],
  ])("%s is split with limit %i", (text, limit, expected) => {
    expect(splitText(text, "--", limit)).toEqual(expected);
  });
});
