import type { DocumentType } from "@smithy/types";
import type { JsonObject } from "../../operation.js";
import { writeBlob } from "./blobs.js";
import { writeFloat } from "./floats.js";
import { mapValues } from "./maps.js";
import { NumericValue } from "./numeric-value.js";
import { writeEpochSeconds } from "./timestamps.js";

/**
 * A document for JSON. It holds no more than JSON does, yet people also put dates and bytes into
 * documents, and numbers that JSON has not: those go out as restJson1 writes them elsewhere.
 */
export const writeDocument = (value: DocumentType): unknown => {
  const given: unknown = value;
  if (typeof given === "number") return writeFloat(given);
  if (typeof given !== "object" || given === null || given instanceof NumericValue) return given;
  if (Array.isArray(given)) return given.map(writeDocument);
  if (given instanceof Date) return writeEpochSeconds(given);
  if (given instanceof Uint8Array) return writeBlob(given);
  return mapValues(given as Record<string, DocumentType>, writeDocument);
};

/** A document out of JSON that was parsed exactly: in documents, numbers are as JavaScript has them. */
export const readDocument = (json: JsonObject): DocumentType => {
  const given: unknown = json;
  if (typeof given === "bigint" || given instanceof NumericValue) return Number(given);
  if (typeof given !== "object" || given === null) return json as DocumentType;
  return Array.isArray(given)
    ? given.map(readDocument)
    : mapValues(given as Record<string, JsonObject>, readDocument);
};
