/** Stands for a sensitive value in logs. */
export const REDACTED = "***SensitiveInformation***";
