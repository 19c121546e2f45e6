/** What a command prints, and its exit status. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: 0 | 1 | 2;
}

/** A JSON document as every command prints it. */
export function jsonText(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}
