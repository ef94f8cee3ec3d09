package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/** Compares an answer with its schema, key by key. Of OpenAPI it knows what our document uses. */
public final class DocumentedShape {

    private final JsonObject document;

    public DocumentedShape(JsonObject document) {
        this.document = document;
    }

    public void assertShape(String where, JsonValue value, JsonObject schema) {
        if (schema.containsKey("$ref")) {
            assertShape(where, value, referred(schema.getString("$ref")));
        } else if (value == JsonValue.NULL) {
            assertThat(schema.getBoolean("nullable", false))
                    .as(where + " may be null")
                    .isTrue();
        } else if (schema.containsKey("allOf")) {
            schema.getJsonArray("allOf").forEach(part -> assertShape(where, value, part.asJsonObject()));
        } else {
            assertOfType(where, value, schema);
        }
    }

    private void assertOfType(String where, JsonValue value, JsonObject schema) {
        switch (schema.getString("type")) {
            case "object" -> assertObject(where, value.asJsonObject(), schema);
            case "array" ->
                value.asJsonArray().forEach(item -> assertShape(where + "[]", item, schema.getJsonObject("items")));
            case "string" -> assertThat(value).as(where).isInstanceOf(JsonString.class);
            case "integer" ->
                assertThat(((JsonNumber) value).isIntegral()).as(where).isTrue();
            case "number" -> assertThat(value).as(where).isInstanceOf(JsonNumber.class);
            case "boolean" -> assertThat(value).as(where).isIn(JsonValue.TRUE, JsonValue.FALSE);
            default -> throw new AssertionError(where + " is of an unknown type: " + schema);
        }
    }

    private void assertObject(String where, JsonObject value, JsonObject schema) {
        if (schema.containsKey("additionalProperties")) {
            JsonObject each = schema.getJsonObject("additionalProperties");
            value.forEach((key, item) -> assertShape(where + "." + key, item, each));
            return;
        }
        if (!schema.containsKey("properties")) {
            return; // Documented as an object of which the members differ.
        }
        JsonObject properties = schema.getJsonObject("properties");
        Set<String> required = Set.copyOf(schema.getJsonArray("required").getValuesAs(JsonString::getString));
        assertThat(value.keySet()).as(where).isEqualTo(properties.keySet()).isEqualTo(required);
        value.forEach((key, item) -> assertShape(where + "." + key, item, properties.getJsonObject(key)));
    }

    private JsonObject referred(String reference) {
        return document.getValue(reference.substring(1)).asJsonObject();
    }
}
