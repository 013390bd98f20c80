/** A part of an ASCII text, counted from its end if so wanted; undefined where the text is too short. */
export const substring = (
  text: string,
  start: number,
  end: number,
  fromEnd: boolean,
): string | undefined => {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  if (start >= end || text.length < end || /[^\u0000-\u007f]/.test(text)) return undefined;
  return fromEnd ? text.slice(text.length - end, text.length - start) : text.slice(start, end);
};

/** Percent-encodes all but unreserved characters. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Splits a text into at most `limit` parts, the last with all that is left; 0 is no limit. */
export const splitText = (text: string, delimiter: string, limit: number): string[] => {
  const parts = text.split(delimiter);
  return limit > 0 && parts.length > limit
    ? [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(delimiter)]
    : parts;
};
