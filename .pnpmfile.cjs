// What a package.json says in this repository, and nobody else shall read: packages resolve to their
// sources here, by a condition of `exports` that points to files which no tarball has.
const SOURCE = "@wickr-admin/source";

const withoutSource = (value) =>
  value !== null && typeof value === "object"
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== SOURCE)
          .map(([name, inner]) => [name, withoutSource(inner)]),
      )
    : value;

module.exports = {
  hooks: {
    beforePacking: (manifest) =>
      manifest.exports ? { ...manifest, exports: withoutSource(manifest.exports) } : manifest,
  },
};
