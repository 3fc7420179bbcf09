import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

/** PouchDB behind HTTP: `node pouchdbServer.ts FOLDER PORT`. */
const [folder = '', port = ''] = process.argv.slice(2);
const app = express();
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true };
app.use(expressPouchdb(PouchDB.defaults({ prefix: `${folder}/` } as object), options));
app.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
