/**
 * `npm run demo`: an example stack's life, and what comes after the deploy, with the bundles that are deployed, on an
 * embedded AWS: an HTTP server on loopback that speaks IAM, Step Functions, S3, SNS and CloudFormation's response URL;
 * nothing leaves the machine. `npm run demo -- --aws ministack`: the same on a real emulator, deployed by the SAM CLI.
 */
import { parseArgs } from 'node:util';
import { onEmbeddedAws, stopEmbeddedAws } from './demo/embedded.ts';
import { onMinistack, stopMinistack } from './demo/ministack.ts';

function chosen(): 'embedded' | 'ministack' {
  const { values } = parseArgs({ options: { aws: { type: 'string', default: 'embedded' } } });
  if (values.aws === 'embedded' || values.aws === 'ministack') return values.aws;
  throw new Error(`--aws ${values.aws} is neither embedded nor ministack`);
}

async function stop(): Promise<void> {
  await stopEmbeddedAws();
  await stopMinistack();
}

process.on('SIGINT', () => {
  process.exitCode = 130;
  void stop();
});
try {
  await (chosen() === 'ministack' ? onMinistack() : onEmbeddedAws());
} catch (error) {
  // Interrupted: what was running has been stopped, and that is all there is to say.
  if (process.exitCode !== 130) {
    console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
} finally {
  await stop();
}
