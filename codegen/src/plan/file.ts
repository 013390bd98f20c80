/** A file to be: a template and what fills it. */
export interface PlannedFile {
  /** Relative to the output folder, with `/`: `client/src/commands/ListUsersCommand.ts`. */
  readonly path: string;
  /** Below `templates/`, without `.hbs`. */
  readonly template: string;
  /** What the template shows. */
  readonly plan: object;
}
