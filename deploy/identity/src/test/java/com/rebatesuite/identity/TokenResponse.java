package com.rebatesuite.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the token endpoint gave. */
record TokenResponse(JsonNode body) {

    static TokenResponse of(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new TokenResponse(JsonMapper.shared().readTree(response.body()));
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    SignedJWT accessToken() throws ParseException {
        return SignedJWT.parse(text("access_token"));
    }

    JWTClaimsSet claims() throws ParseException {
        return accessToken().getJWTClaimsSet();
    }
}
