"use strict";
fetch("/swagger/bases.json", { credentials: "same-origin" })
  .then((answer) => answer.json())
  .then((bases) => {
    SwaggerUIBundle({
      urls: bases,
      dom_id: "#swagger-ui",
      deepLinking: true,
      docExpansion: "none",
      validatorUrl: null, // nothing of a base goes elsewhere
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
    });
  });
