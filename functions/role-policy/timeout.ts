/** The time reserved for the answer before the function times out, in milliseconds. */
const TIME_TO_ANSWER = 8_000;

/** Options of middy: an answer in time, whatever IAM does. */
export const EARLY_ANSWER = {
  timeoutEarlyInMillis: TIME_TO_ANSWER,
  timeoutEarlyResponse: (): never => {
    throw new Error('IAM did not agree in the time that the function has; deploy again, or raise its Timeout');
  },
} as const;
