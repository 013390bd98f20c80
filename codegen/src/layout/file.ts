/** A file to be: a template and what fills it. */
export interface PlannedFile {
  /** Relative to the output folder, with `/`: `client/src/commands/ListUsersCommand.ts`. */
  readonly path: string;
  /** Below `templates/`, without `.hbs`. */
  readonly template: string;
  /** What the template shows: facts, expressions, types. */
  readonly plan: object;
  /** What the file declares at its top level, so that nothing it imports takes such a name. */
  readonly declares?: readonly string[];
}
