/** Where reports come from: a folder a source. */
export * from './files/index.js'
