using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneToOne.Domain;

namespace OneToOne.Service.Http;

/// <summary>How the API describes itself at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Scheme = "bearer";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new() { Title = "OneToOne", Version = "1" };
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Scheme] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = Scheme,
                        BearerFormat = "JWT",
                    },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(RequestHeaders.Describe);
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                var type = context.JsonTypeInfo.Type;
                if (IsText(type))
                    (schema.Type, schema.Properties) = (JsonSchemaType.String, null);
                else if (type == typeof(DateTimeOffset))
                    schema.Type = JsonSchemaType.String;
                else if (type == typeof(DateTimeOffset?))
                    schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
                else if (context.JsonTypeInfo.ElementType is { } element && IsText(element))
                    schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
                return Task.CompletedTask;
            }
        );
    }

    // These have converters of our own, which the schema's maker cannot look into; so has a moment.
    private static bool IsText(Type type) =>
        type.Assembly == typeof(IIdentifier<>).Assembly
        && Array.Exists(
            type.GetInterfaces(),
            i =>
                i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(IIdentifier<>) || i.GetGenericTypeDefinition() == typeof(IParsable<>))
        );
}
