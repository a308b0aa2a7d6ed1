package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.truceline.ogcapi.BaseUrl.Resources;

/** What a page is made in: the addresses that it links to, and the templates. */
@Component
class PageFrame {
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    PageFrame(BaseUrl baseUrl, HtmlPages pages) {
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    Resources resources(HttpServletRequest request) {
        return baseUrl.of(request);
    }

    ResponseEntity<String> answer(HtmlPage page, HttpServletRequest request) {
        return pages.answer(page, request);
    }

    ResponseEntity<String> answer(HtmlPage page, HttpServletRequest request, HttpHeaders headers) {
        return pages.answer(page, request, HttpStatus.OK, headers);
    }
}
