import { type Json, type Traits, trait } from "@wickr-admin/codegen";
import type { Constants } from "./constants.js";

/** Traits without a value that the official runtime reads from the bits of one number. */
const FLAGS = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
];
const VALUES = ["httpQuery", "httpHeader", "jsonName", "mediaType"];

/** The traits as published schemas write them: bits while these suffice, else an object. */
export const traitsLiteral = (traits: Traits, constants: Constants): string => {
  const on = { traits };
  const flags = FLAGS.filter((name) => trait(on, name) !== undefined);
  const values = VALUES.flatMap((name): [string, Json][] => {
    const value = trait(on, name);
    return value === undefined ? [] : [[name, value]];
  });
  if (values.length === 0)
    return String(flags.reduce((bits, name) => bits | (1 << FLAGS.indexOf(name)), 0));

  const entries = [
    ...values.map(([name, value]) => `[${constants.of(name)}]: ${constants.of(String(value))}`),
    ...flags.map((name) => `[${constants.of(name)}]: 1`),
  ];
  return `{ ${entries.join(", ")} }`;
};
