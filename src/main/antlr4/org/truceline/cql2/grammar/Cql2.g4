/*
 * CQL2 Text, after the BNF of OGC 21-065r2, Annex B.
 *
 * The BNF says by its rules which type each operand has; for a parser that makes one text fit many rules. Here an
 * operand is any expression, and who knows the types checks them. So each decision needs a token or two of lookahead,
 * and an error is found where it is. Recursion goes through parentheses only.
 */
grammar Cql2;

filter: disjunction EOF;

disjunction: conjunction (OR conjunction)*;

conjunction: negation (AND negation)*;

negation: NOT? predicate;

predicate
    : sum
      ( operator=(EQ | NEQ | LT | GT | LTEQ | GTEQ) sum
      | negated=NOT? LIKE sum
      | negated=NOT? BETWEEN sum AND sum
      | negated=NOT? IN LPAREN disjunction (COMMA disjunction)* RPAREN
      | IS negated=NOT? NULL
      )?
    ;

sum: product (operators+=(PLUS | MINUS) product)*;

product: power (operators+=(TIMES | DIVIDE | MODULO | DIV) power)*;

power: factor (POWER factor)?;

factor: sign=(PLUS | MINUS)? operand;

operand
    : NUMBER                                                        # number
    | STRING                                                        # text
    | truth=(TRUE | FALSE)                                          # truth
    | DATE LPAREN STRING RPAREN                                     # date
    | TIMESTAMP LPAREN STRING RPAREN                                # timestamp
    | INTERVAL LPAREN disjunction COMMA disjunction RPAREN          # interval
    | geometry                                                      # spatial
    | BBOX LPAREN signedNumber (COMMA signedNumber)* RPAREN         # box
    | IDENTIFIER LPAREN (disjunction (COMMA disjunction)*)? RPAREN  # call
    | name                                                          # property
    | LPAREN (disjunction (COMMA disjunction)*)? RPAREN             # group
    ;

geometry
    : simpleGeometry
    | GEOMETRYCOLLECTION Z? LPAREN simpleGeometry (COMMA simpleGeometry)* RPAREN
    ;

simpleGeometry
    : POINT Z? pointText                                            # point
    | LINESTRING Z? coordinates                                     # lineString
    | POLYGON Z? rings                                              # polygon
    | MULTIPOINT Z? LPAREN multiPoint (COMMA multiPoint)* RPAREN    # multiPoints
    | MULTILINESTRING Z? rings                                      # multiLineString
    | MULTIPOLYGON Z? LPAREN rings (COMMA rings)* RPAREN            # multiPolygon
    ;

pointText: LPAREN coordinate RPAREN;

// The BNF wants each point in parentheses, the standard's own tests also leave them out.
multiPoint: pointText | coordinate;

rings: LPAREN coordinates (COMMA coordinates)* RPAREN;

coordinates: LPAREN coordinate (COMMA coordinate)* RPAREN;

coordinate: signedNumber signedNumber signedNumber?;

signedNumber: (PLUS | MINUS)? NUMBER;

// Words that mean something only before a parenthesis can also name a property.
name
    : IDENTIFIER
    | QUOTED
    | DATE | TIMESTAMP | INTERVAL | BBOX | Z
    | POINT | LINESTRING | POLYGON | MULTIPOINT | MULTILINESTRING | MULTIPOLYGON | GEOMETRYCOLLECTION
    ;

EQ: '=';
NEQ: '<>';
LT: '<';
GT: '>';
LTEQ: '<=';
GTEQ: '>=';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDE: '/';
MODULO: '%';
POWER: '^';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';

AND options { caseInsensitive = true; } : 'AND';
OR options { caseInsensitive = true; } : 'OR';
NOT options { caseInsensitive = true; } : 'NOT';
LIKE options { caseInsensitive = true; } : 'LIKE';
BETWEEN options { caseInsensitive = true; } : 'BETWEEN';
IN options { caseInsensitive = true; } : 'IN';
IS options { caseInsensitive = true; } : 'IS';
NULL options { caseInsensitive = true; } : 'NULL';
TRUE options { caseInsensitive = true; } : 'TRUE';
FALSE options { caseInsensitive = true; } : 'FALSE';
DIV options { caseInsensitive = true; } : 'DIV';
DATE options { caseInsensitive = true; } : 'DATE';
TIMESTAMP options { caseInsensitive = true; } : 'TIMESTAMP';
INTERVAL options { caseInsensitive = true; } : 'INTERVAL';
BBOX options { caseInsensitive = true; } : 'BBOX';
Z options { caseInsensitive = true; } : 'Z';
// Some clients write the Z right behind the name.
POINT options { caseInsensitive = true; } : 'POINT' 'Z'?;
LINESTRING options { caseInsensitive = true; } : 'LINESTRING' 'Z'?;
POLYGON options { caseInsensitive = true; } : 'POLYGON' 'Z'?;
MULTIPOINT options { caseInsensitive = true; } : 'MULTIPOINT' 'Z'?;
MULTILINESTRING options { caseInsensitive = true; } : 'MULTILINESTRING' 'Z'?;
MULTIPOLYGON options { caseInsensitive = true; } : 'MULTIPOLYGON' 'Z'?;
GEOMETRYCOLLECTION options { caseInsensitive = true; } : 'GEOMETRYCOLLECTION' 'Z'?;

NUMBER: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)?;

STRING: '\'' ('\'\'' | '\\' . | ~['\\])* '\'';

QUOTED: '"' ('""' | ~["])+ '"';

IDENTIFIER: NAME_START (NAME_START | DIGIT | [.\u0300-\u036F\u203F-\u2040])*;

WHITESPACE: [\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u3000]+ -> skip;

fragment DIGIT: [0-9];

// The ranges of names in XML, with the colon.
fragment NAME_START
    : [:_A-Za-z]
    | [\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u167F\u1681-\u1FFE\u200C-\u200D\u2070-\u218F]
    | [\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]
    ;
