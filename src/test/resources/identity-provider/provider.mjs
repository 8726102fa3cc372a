// A real identity provider for the tests: certified code, on this machine, with a sign-in page that takes any name.
import Provider from 'oidc-provider';

const [, , port, answersAt] = process.argv;
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'the-portal',
    client_secret: 'a secret that both of them know well',
    redirect_uris: [answersAt],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ['for a test only'] },
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
