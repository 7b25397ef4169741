/** What is used of @huggingface/tokenizers: its own types import without file endings, which Node's rules do not find. */
declare module '@huggingface/tokenizers' {
  export class Tokenizer {
    constructor(tokenizer: object, config: object)
    encode(text: string, options: { add_special_tokens: boolean }): { ids: number[] }
    token_to_id(token: string): number | undefined
  }
}
