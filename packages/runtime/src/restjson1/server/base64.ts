const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes from base64; undefined if characters or padding are wrong. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return undefined;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
};

/** Base64 of bytes, or of text in UTF-8. */
export const toBase64 = (content: Uint8Array | string): string => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};
