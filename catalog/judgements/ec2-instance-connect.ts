import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ec2-instance-connect/latest/APIReference/',
  recheck: {
    instanceShell: ['OpenTunnel', 'SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey'],
  },
} satisfies Judgements;
