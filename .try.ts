import { granted, fitCall } from './test/support/sdk.ts';
const [api, args] = [process.argv[2]!, JSON.parse(process.argv[3]!)];
console.log(JSON.stringify(await granted(api, args), null, 1));
const { findings } = await fitCall(api, args); for (const f of findings) console.log(f.severity, f.code, f.message);
