package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.fonts.GlyphRange;
import org.truceline.ogcapi.RequestFailure.NotFound;

/**
 * The letters that web maps write a style's texts with ({@code glyphs} of the MapLibre style specification). Each range is
 * drawn when it is first asked for, and kept: all together are some megabytes.
 */
@RestController
class GlyphsController {
    private final Map<GlyphRange, byte[]> encoded = new ConcurrentHashMap<>();

    @GetMapping("/resources/fonts/{fontStack}/{range}.pbf")
    ResponseEntity<byte[]> glyphs(
            @PathVariable String fontStack, @PathVariable String range, HttpServletRequest request) {
        QueryParameters.of(request, Set.of());
        GlyphRange glyphs = GlyphRange.find(fontStack, range).orElseThrow(() -> NotFound.glyphs(fontStack, range));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MediaTypes.GLYPHS))
                .body(encoded.computeIfAbsent(glyphs, GlyphRange::encode));
    }
}
