/** The CRC-32 of bytes, as its four bytes: the one of gzip and Ethernet. */
export function crc32(bytes: Uint8Array): Uint8Array {
  let value = 0xffff_ffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
    }
  }
  const digest = new Uint8Array(4);
  new DataView(digest.buffer).setUint32(0, ~value);
  return digest;
}
