import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

let made: Promise<Certificate> | undefined;

/** A self-signed certificate for the site's names, made once in this process and never written to disk. */
export function certificate(): Promise<Certificate> {
  made ??= generate([{ name: 'commonName', value: 'wpnews.pro' }], {
    keyType: 'ec',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'wpnews.pro' },
          { type: 2, value: '*.wpnews.pro' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  }).then(({ private: key, cert }) => ({ key, cert }));
  return made;
}
