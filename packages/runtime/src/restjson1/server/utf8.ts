const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** Text as UTF-8. */
export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text from UTF-8; undefined if it is not valid. */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};
