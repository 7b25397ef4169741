import 'swagger-ui-dist/swagger-ui.css'
import './try-api.css'
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import type { SwaggerSystem } from 'swagger-ui-dist/swagger-ui-es-bundle.js'

/** The page to try the API: its OpenAPI document, each address with a form that asks this server. */

const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.classList.toggle('dark-mode', isDark)

SwaggerUI({
  url: '/api/openapi.json',
  dom_id: '#api',
  tryItOutEnabled: true,
  defaultModelsExpandDepth: -1,
  // It would ask another host whether the document is valid.
  validatorUrl: null,
  plugins: [plainWords],
})

/** Descriptions as text: made into markup, they would need what the content security policy refuses. */
function plainWords({ React }: SwaggerSystem) {
  const Markdown = ({ source }: { source?: string }) =>
    React.createElement('p', { className: 'plain-words' }, source)
  return { components: { Markdown } }
}
