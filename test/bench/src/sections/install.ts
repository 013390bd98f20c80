import type { FolderSize, Installation } from "../install.js";
import type { Measured, Row, Unit } from "../results.js";

/** What an installation weighs. */
export interface InstallSize extends FolderSize {
  readonly packages: number;
}

/** Of a contestant. */
export const installSize = ({ size, packages }: Installation): InstallSize => ({
  ...size,
  packages: packages.length,
});

/** The rows for both; the official side is a published client with its dependencies. */
export const installRows = (official: InstallSize, ours: InstallSize): Measured => {
  const row = (
    id: string,
    title: string,
    unit: Unit,
    figure: (of: InstallSize) => number,
  ): Row => ({
    section: "install",
    id: `install-${id}`,
    title,
    unit,
    official: { value: figure(official) },
    ours: { value: figure(ours) },
    ratio: { value: figure(ours) / figure(official) },
    target: { of: "ratio", relation: "below", value: 1 },
  });
  return {
    rows: [
      row("bytes", "Installed, with credentials: size of all files", "bytes", ({ bytes }) => bytes),
      row("disk", "Installed: on disk, in blocks of 4 KiB", "bytes", ({ onDisk }) => onDisk),
      row("packages", "Installed: packages", "packages", ({ packages }) => packages),
    ],
  };
};
