// SPDX-License-Identifier: GPL-3.0-or-later
// A real OpenID provider (oidc-provider) on a free port of this machine, and an API beside it that
// takes its tokens and nothing else. For tests: node provider.mjs FOLDER-WITH-node_modules
//   prints {"issuer","api"}; /api/things wants a bearer token; POST /control/expire ends all access
//   tokens; /control/counts tells how often tokens were asked for.
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const { default: Provider } = await import(
  pathToFileURL(path.join(folder, 'node_modules/oidc-provider/lib/index.js')));
const server = http.createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'portolan-test', application_type: 'native', token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code'],
    response_types: ['code'], redirect_uris: ['http://127.0.0.1/cb'],
  }],
  features: { devInteractions: { enabled: true }, deviceFlow: { enabled: true },
    revocation: { enabled: true } },
  pkce: { required: () => true },
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  findAccount: async (context, id) => ({ accountId: id,
    claims: async () => ({ sub: id, name: `Name of ${id}`, email: `${id}@example.com` }) }),
  cookies: { keys: ['for tests only'] },
});
const counts = { token: 0, refused: 0, served: 0, revoked: 0 };
const ended = new Set();
const given = new Set();
provider.on('access_token.saved', (token) => given.add(token.jti));
const oidc = provider.callback();

function tell(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function api(request, response) {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const found = await provider.AccessToken.find(token);
  if (!found || ended.has(found.jti)) {
    counts.refused += 1;
    return tell(response, 401, { error: 'invalid_token' });
  }
  counts.served += 1;
  return tell(response, 200, { things: ['orders', 'customers'], who: found.accountId });
}

server.on('request', (request, response) => {
  if (request.url.startsWith('/api/')) return api(request, response);
  if (request.url === '/control/expire') {
    for (const jti of given) ended.add(jti);
    return tell(response, 200, {});
  }
  if (request.url === '/control/counts') return tell(response, 200, counts);
  if (request.url === '/token') counts.token += 1;
  if (request.url === '/token/revocation') counts.revoked += 1;
  return oidc(request, response);
});
console.log(JSON.stringify({ issuer, api: `${issuer}/api` }));
