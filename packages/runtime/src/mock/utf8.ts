const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** Text from UTF-8; undefined if it is not valid. */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};
