import {
  fromBase64,
  LazyJsonString as SmithyLazyJsonString,
  toBase64,
  toUtf8,
} from "@smithy/core/serde";

/** JSON text that is parsed when someone asks for its value. */
// eslint-disable-next-line typescript/no-wrapper-object-types -- it is one: a `String` with methods
export interface LazyJsonString extends String {
  /** The value of the text. */
  deserializeJSON(): unknown;
  toJSON(): string;
}

/** Takes what holds JSON, a text or a value, as JSON text. */
export const toLazyJson = (value: unknown): LazyJsonString =>
  SmithyLazyJsonString.from(value as never) as unknown as LazyJsonString;

/** JSON, given as text or as a value, as the text of a JSON string member. */
export const writeMediaTypeJson = (value: unknown): string => toLazyJson(value).toString();

/** Text with a media type in a header: in Base64, since it may be anything. */
export const writeMediaTypeHeader = (value: string | LazyJsonString): string =>
  toBase64(value.toString());

/** The text of a header that {@link writeMediaTypeHeader} wrote. */
export const readMediaTypeHeader = (value: string): string => toUtf8(fromBase64(value));
