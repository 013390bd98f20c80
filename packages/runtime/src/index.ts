/**
 * The package's root has no code of its own: it hands on what `./internal` has, from where generated
 * code takes it, too.
 *
 * @packageDocumentation
 */
export * from "@wickr-admin/runtime/internal";
